/** Words of the grammar as they are often mistyped. */
export const MISSPELT: Readonly<Record<string, string>> = Object.fromEntries(
  `wich which|whcih which|thier their|teh the|adn and|hve have|hav have|haev have|ahve have|uniqe unique|uniq unique|ppl people|nr number|
  unqiue unique|uniqeu unique|unque unique|optinal optional|optionnal optional|opitonal optional|
  requierd required|requird required|reqired required|belogns belongs|blongs belongs|bleongs belongs|
  severl several|sevral several|mulitple multiple|multple multiple|muliple multiple|catagory category|
  categroy category|catagories categories|descripton description|descrption description|
  desciption description|adress address|addres address|adresses addresses|quanity quantity|
  recieve receive|recieves receives|custmer customer|custmers customers|cusotmer customer|
  cusotmers customers|wiht with|wth with|betwen between|beetween between|deafult default|
  defualt default|emial email|nubmer number|numer number|tittle title|pirce price|statsu status|
  staus status|eahc each|evry every|conatins contains|contians contains|incudes includes|
  inlcudes includes|assinged assigned|asigned assigned|refered referred|refrences references|
  optionaly optionally|exaclty exactly|atleast at-least|speices species|specis species|vacinated vaccinated|payed paid|
  managment management|shedule schedule|calender calendar|lenght length|wieght weight|heigth height|ammount amount|
  maintainance maintenance|recieved received|suplier supplier|supliers suppliers|prodcut product|prodcuts products|
  appointement appointment|appointements appointments|adres address|telefon telephone|mesage message|comentary commentary`
    .split('|')
    .map((pair) => pair.trim().split(' ')),
);
